import type { Block, Inline, Page } from "./page";

export function markdown({ blocks }: Page): string {
  return `${blocks.map(block).join("\n\n")}\n`;
}

function block(given: Block): string {
  switch (given.kind) {
    case "heading":
      return `${"#".repeat(given.level)} ${given.text}`;
    case "paragraph":
      return given.lead ? `**${inline(given.parts)}**` : inline(given.parts);
    case "code":
      return `\`\`\`\n${given.text}\n\`\`\``;
    case "list":
      return given.items.map((item) => `- ${inline(item)}`).join("\n");
    case "table":
      return [given.head.map((text) => [text]), given.head.map(() => ["---"]), ...given.rows]
        .map((row) => `| ${row.map((cell) => inline(cell).replace(/\|/g, "\\|")).join(" | ")} |`)
        .join("\n");
  }
}

const inline = (parts: Inline[]) =>
  parts
    .map((part) => {
      if (typeof part === "string") return part.replace(/[*_<]/g, "\\$&");
      return "code" in part ? `\`${part.code}\`` : `[${part.link}](${part.to}.md)`;
    })
    .join("");
