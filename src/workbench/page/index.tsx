import { createRoot } from "react-dom/client";
import { App } from "./App";
import { openSample } from "./files";
import "./page.css";

const [manifest, first] = await Promise.all([
  fetch("/tillagg/manifest.xml").then((answer) => answer.text()),
  openSample("sv"),
]);
createRoot(document.getElementById("root")!).render(<App manifest={manifest} first={first} />);
