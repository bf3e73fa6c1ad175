import { useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Language } from "../../../texts/language";
import type { WorkbenchTexts } from "../../../texts/workbench";
import type { WorkbookSession } from "../session";
import type { FrameOffice, PaneFrameElement, PaneHost, Theme } from "./paneHost";

const narrowest = 320;
const widest = 450;

/**
 * The add-in's pane in a frame of its own, talking to the workbook over a bridge of its own. The frame stays loaded while
 * the pane is hidden, as Excel's shared runtime does; another workbook or language loads it anew.
 */
export function Pane({
  ref,
  session,
  source,
  title,
  texts,
  language,
  theme,
  visible,
  onVisible,
}: {
  ref: React.Ref<PaneHost>;
  session: WorkbookSession;
  source: string;
  title: string;
  texts: WorkbenchTexts;
  language: Language;
  theme: Theme;
  visible: boolean;
  onVisible: (visible: boolean) => void;
}) {
  const [width, setWidth] = useState(360);
  const frame = useRef<PaneFrameElement>(null);
  const office = useRef<Promise<FrameOffice>>(undefined);
  const latest = useRef({ theme, onVisible });
  useEffect(() => {
    latest.current = { theme, onVisible };
    void office.current?.then((frameOffice) => frameOffice.setTheme(theme));
  }, [theme, onVisible]);

  useEffect(() => {
    const element = frame.current!;
    const connection = session.host.connect();
    office.current = new Promise((resolve) => {
      element.workbench = {
        bridge: connection.bridge,
        language,
        theme: latest.current.theme,
        setVisible: (shown) => latest.current.onVisible(shown),
        attach: resolve,
      };
    });
    element.src = source;
    return () => {
      connection.close();
      element.removeAttribute("src");
    };
  }, [session, source, language]);

  useImperativeHandle(
    ref,
    () => ({ runCommand: async (name) => (await office.current)?.runCommand(name) }),
    [],
  );

  const resize = (to: number) => setWidth(Math.min(widest, Math.max(narrowest, to)));
  return (
    <aside className="pane" hidden={!visible} style={{ width }} aria-label={title}>
      <div
        className="splitter"
        role="separator"
        aria-orientation="vertical"
        aria-label={texts.resizePane}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onKeyDown={({ key }) => {
          if (key === "ArrowLeft") resize(width + 10);
          if (key === "ArrowRight") resize(width - 10);
        }}
        onPointerDown={(event) => {
          const target = event.currentTarget;
          target.setPointerCapture(event.pointerId);
          const from = event.clientX + width;
          target.onpointermove = ({ clientX }) => resize(from - clientX);
          target.onpointerup = () => (target.onpointermove = null);
        }}
      />
      <div className="pane-title">
        {title}
        <button
          type="button"
          aria-label={texts.closePane}
          title={texts.closePane}
          onClick={() => onVisible(false)}
        >
          ×
        </button>
      </div>
      <iframe ref={frame} title={title} />
    </aside>
  );
}
