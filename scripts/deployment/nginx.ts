import { cacheTimes, crossOriginFiles, mimeTypes, securityHeaders } from "./headers";

export interface NginxPlace {
  /** The address in the manifest, ending in a slash. */
  url: string;
  /** The folder whose content nginx serves as the root of the domain. */
  root: string;
  certificate: string;
  key: string;
  /** Ports; 443 and 80 unless told. */
  https?: string;
  http?: string;
}

/** A server block for /etc/nginx/conf.d. Headers stand in every location, since a location's add_header drops its parent's. */
export function nginxConfiguration(place: NginxPlace): string {
  const { hostname, pathname } = new URL(place.url);
  const folder = escape(pathname);
  const charsets = Object.values(mimeTypes).filter((type) => !type.startsWith("image/"));
  return `# Nämndkoll: gjord av npm run release. Ändra certifikatets plats; resten följer tilläggets krav.
server {
    listen ${place.http ?? "80"};
    server_name ${hostname};
    return 301 https://$host$request_uri;
}

server {
    listen ${place.https ?? "443"} ssl http2;
    server_name ${hostname};
    server_tokens off;

    ssl_certificate ${place.certificate};
    ssl_certificate_key ${place.key};
    ssl_protocols TLSv1.2 TLSv1.3;

    root ${place.root};
    charset utf-8;
    charset_types ${charsets.filter((type) => type !== "text/html").join(" ")};
    gzip on;
    gzip_types ${charsets.filter((type) => type !== "text/html").join(" ")};
    default_type application/octet-stream;
    types {
${Object.entries(mimeTypes)
  .map(([extension, type]) => `        ${type} ${extension};`)
  .join("\n")}
    }
    if ($request_method !~ ^(GET|HEAD|OPTIONS)$) {
        return 405;
    }

${location("/", { ...securityHeaders }, "return 404;")}
${location(`= ${pathname}_headers`, { ...securityHeaders }, "return 404;")}
${location(`~ "^${folder}.*\\.[0-9a-f]{8}\\.(js|png)$"`, { ...securityHeaders, "Cache-Control": cacheTimes.hashed })}
${location(`~ ^${folder}(${crossOriginFiles.map(escape).join("|")})$`, {
  ...securityHeaders,
  "Cache-Control": cacheTimes.other,
  "Access-Control-Allow-Origin": "*",
})}
${location(`~ ^${folder}.*\\.(${Object.keys(mimeTypes).join("|")})$`, { ...securityHeaders, "Cache-Control": cacheTimes.other })}
}
`;
}

/** Security headers are sent always; cache time and CORS only with a file, so that a missing one is never remembered. */
function location(match: string, headers: Record<string, string>, answer = "try_files $uri =404;"): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `        add_header ${name} "${value}"${name in securityHeaders ? " always" : ""};`,
  );
  return [`    location ${match} {`, ...lines, `        ${answer}`, "    }", ""].join("\n");
}

const escape = (text: string) => text.replace(/[.+*?^$()[\]{}|\\]/g, "\\$&");
