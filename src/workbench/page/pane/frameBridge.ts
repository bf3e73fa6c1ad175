// Runs in the pane's frame before Microsoft's client, which looks for the bridge when it loads.
import type { PaneFrameElement } from "./paneHost";

const { workbench } = window.frameElement as PaneFrameElement;
Object.assign(window, { _richApiNativeBridge: workbench!.bridge });
