import type { Language } from "../../src/texts/language";
import type { Block, Inline, Page } from "./page";
import { pageTexts } from "./texts";

/** The page as a file of its own beside `hjalp.css`; no scripts. */
export function html({ language, name, title, blocks }: Page): string {
  const other: Language = language === "sv" ? "en" : "sv";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>${escape(title)} – Nämndkoll</title>
<link rel="stylesheet" href="../hjalp.css">
</head>
<body>
<header><a href="index.html">Nämndkoll</a><a href="../${other}/${name}.html" lang="${other}">${pageTexts[language].other}</a></header>
<main>
${blocks.map((given) => block(given, language)).join("\n")}
</main>
</body>
</html>
`;
}

function block(given: Block, language: Language): string {
  const inline = (parts: Inline[]) => parts.map((part) => inlineHtml(part, language)).join("");
  switch (given.kind) {
    case "heading":
      return `<h${given.level}>${escape(given.text)}</h${given.level}>`;
    case "paragraph":
      return `<p${given.lead ? ' class="lead"' : ""}>${inline(given.parts)}</p>`;
    case "code":
      return `<pre><code>${escape(given.text)}</code></pre>`;
    case "list":
      return `<ul>\n${given.items.map((item) => `<li>${inline(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return `<table>
<thead><tr>${given.head.map((text) => `<th scope="col">${escape(text)}</th>`).join("")}</tr></thead>
<tbody>
${given.rows.map((row) => `<tr>${row.map((cell, i) => `<td data-head="${escape(given.head[i])}">${inline(cell)}</td>`).join("")}</tr>`).join("\n")}
</tbody>
</table>`;
  }
}

function inlineHtml(part: Inline, language: Language): string {
  if (typeof part === "string") return escape(part);
  if ("code" in part) return `<code>${breakable(escape(part.code), language)}</code>`;
  return `<a href="${part.to}.html">${escape(part.link)}</a>`;
}

const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A long formula may break after a separator; in Swedish a comma is a decimal comma. */
function breakable(code: string, language: Language): string {
  const separators = language === "sv" ? /(&[a-z]+;)|([;(\\])/g : /(&[a-z]+;)|([;,(])/g;
  return code.replace(separators, (_, entity?: string, mark?: string) => entity ?? `${mark}<wbr>`);
}
