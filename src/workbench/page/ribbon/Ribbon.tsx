import type { RibbonButton, RibbonTab } from "./readManifest";

/** The add-in's own tab, as its manifest describes it. */
export function Ribbon({
  tab,
  label,
  onPress,
}: {
  tab: RibbonTab;
  label: string;
  onPress: (button: RibbonButton) => void;
}) {
  return (
    <nav className="ribbon" aria-label={label}>
      <div className="ribbon-tabs">
        <span className="ribbon-tab">{tab.label}</span>
      </div>
      <div className="ribbon-groups">
        {tab.groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label} className="ribbon-group">
            <div className="ribbon-buttons">
              {group.buttons.map((button) => (
                <button
                  key={button.id}
                  type="button"
                  title={button.description}
                  onClick={() => onPress(button)}
                >
                  <img src={button.icon} alt="" width={32} height={32} />
                  <span>{button.label}</span>
                </button>
              ))}
            </div>
            <span className="ribbon-caption" aria-hidden>
              {group.label}
            </span>
          </div>
        ))}
      </div>
    </nav>
  );
}
