import type { Language } from "../../../texts/language";
import type { Bridge } from "../../host";

export type Theme = "light" | "dark";

/** What the page gives the frame that a pane runs in, before the pane's scripts are loaded. */
export interface PaneConnection {
  bridge: Bridge;
  language: Language;
  theme: Theme;
  setVisible(visible: boolean): void;
  /** Called by the frame when its `Office` is in place. */
  attach(office: FrameOffice): void;
}

/** What the page asks of the pane's `Office`. */
export interface FrameOffice {
  /** Runs what the add-in has associated with a ribbon button. */
  runCommand(name: string): Promise<void>;
  setTheme(theme: Theme): void;
}

/** The frame's element carries its connection. */
export interface PaneFrameElement extends HTMLIFrameElement {
  workbench?: PaneConnection;
}

/** A pane as the page's ribbon sees it. */
export interface PaneHost {
  runCommand(name: string): Promise<void>;
}
