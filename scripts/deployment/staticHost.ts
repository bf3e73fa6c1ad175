import { cacheTimes, crossOriginFiles, hashedName, securityHeaders } from "./headers";

/**
 * The `_headers` file that static hosts read (Cloudflare Pages, Netlify and others with the same format). Rules that match
 * the same path are joined there, so cache time stands once per file; the hosts' own time for the rest is to ask again.
 * `files` are paths from the site's root, `folder` the add-in's place on the site ("/" or "/namndkoll/").
 */
export function staticHostHeaders(files: readonly string[], folder: string): string {
  const rule = (path: string, headers: Record<string, string>) => [
    `${folder}${path}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ];
  const hashed = files.filter((file) => hashedName.test(file) && !file.includes("/")).sort();
  return [
    rule("*", securityHeaders),
    rule("icons/*", { "Cache-Control": cacheTimes.hashed }),
    ...hashed.map((file) => rule(file, { "Cache-Control": cacheTimes.hashed })),
    ...crossOriginFiles.map((file) => rule(file, { "Access-Control-Allow-Origin": "*" })),
  ]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
