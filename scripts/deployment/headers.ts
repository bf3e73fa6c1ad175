/** What every server of the built add-in must answer with, as data: nginx, a static host and `koll serva` all follow it. */

/** Pages of Excel on the web and of SharePoint, OneDrive and Teams that show the pane in a frame. */
const officeHosts = [
  "https://*.cloud.microsoft",
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.microsoft365.com",
  "https://*.sharepoint.com",
  "https://*.live.com",
  "https://*.teams.microsoft.com",
  "https://teams.microsoft.com",
];

export const contentSecurityPolicy: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  // Office.js, and the library it fetches itself on old platforms. No inline script, no eval.
  "script-src": ["'self'", "https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"],
  // Fluent and Office.js put rules into style elements while running.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "form-action": ["'none'"],
  "base-uri": ["'none'"],
  "object-src": ["'none'"],
  "frame-src": ["'none'"],
  "frame-ancestors": ["'self'", ...officeHosts],
};

export const policyText = (policy: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");

/**
 * On every answer, 404 too. Left out on purpose, since each stops Excel on the web: X-Frame-Options (knows no list of
 * hosts) and Cross-Origin-Opener-Policy (cuts the pane from its opener).
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": policyText(contentSecurityPolicy),
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** A name with its content's hash in it never changes its content. */
export const hashedName = /\.[0-9a-f]{8}\.(js|png)$/;

export const cacheTimes = {
  hashed: "public, max-age=31536000, immutable",
  // Asked for each time, answered 304 when unchanged: an update reaches the user when the pane is next opened.
  other: "no-cache",
};

/** Excel on the web fetches the functions' metadata and shortcuts from its own domain. They are public texts. */
export const crossOriginFiles = [
  "functions.json",
  "functions.en-US.json",
  "shortcuts.json",
  "shortcuts.resources.json",
];

export const mimeTypes: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  csv: "text/csv",
  xml: "application/xml",
  txt: "text/plain",
  png: "image/png",
};

/** Every header of a file, by its path from the add-in's folder, without a leading slash. */
export function headersFor(path: string): Record<string, string> {
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? "";
  const type = mimeTypes[extension] ?? "application/octet-stream";
  return {
    ...securityHeaders,
    "Content-Type": type.startsWith("image/") || !(extension in mimeTypes) ? type : `${type}; charset=utf-8`,
    "Cache-Control": hashedName.test(path) ? cacheTimes.hashed : cacheTimes.other,
    ...(crossOriginFiles.includes(path) ? { "Access-Control-Allow-Origin": "*" } : {}),
  };
}
