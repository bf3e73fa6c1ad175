import { useState } from "react";
import type { Language } from "../../../texts/language";
import type { WorkbenchTexts } from "../../../texts/workbench";
import { areaAddress } from "../../../workbook/address";
import type { WorkbookSession } from "../session";
import type { Edit } from "../useEdit";
import { callAt, separators } from "./completion";

/** Name box and formula bar, with completion and the argument's help below while a formula is typed. */
export function FormulaBar({
  session,
  edit,
  language,
  texts,
  onGoTo,
}: {
  session: WorkbookSession;
  edit: Edit;
  language: Language;
  texts: WorkbenchTexts;
  onGoTo: (text: string) => void;
}) {
  const active = session.activeCell;
  const address = areaAddress({ ...active, rowCount: 1, columnCount: 1 });
  const [typed, setTyped] = useState<string | null>(null);
  const { current, suggestions } = edit;
  const hint = current && suggestions.length === 0 ? callAt(current.text, current.caret, language) : null;
  return (
    <div className="formula-bar">
      <input
        className="name-box"
        aria-label={texts.nameBox}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? address}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onGoTo(typed ?? address);
          if (event.key === "Enter" || event.key === "Escape") setTyped(null);
        }}
      />
      <span className="fx" aria-hidden>
        fx
      </span>
      <input
        className="formula"
        role="combobox"
        aria-label={texts.formulaBar}
        aria-expanded={suggestions.length > 0}
        aria-controls="suggestions"
        aria-autocomplete="list"
        aria-activedescendant={suggestions.length > 0 ? `suggestion-${current!.choice}` : undefined}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => !current && edit.begin("bar")}
        {...edit.field("bar")}
      />
      {current && (suggestions.length > 0 || hint) && (
        <div className="formula-help">
          {suggestions.length > 0 && (
            <ul id="suggestions" role="listbox" aria-label={texts.suggestions}>
              {suggestions.map((suggestion, index) => (
                <li
                  key={suggestion.name}
                  id={`suggestion-${index}`}
                  role="option"
                  aria-selected={index === current.choice}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    edit.complete(suggestion);
                  }}
                >
                  <span className="suggestion-name">{suggestion.name}</span>
                  <span className="suggestion-text">{suggestion.description}</span>
                </li>
              ))}
            </ul>
          )}
          {hint && (
            <div className="hint" role="status">
              <div>
                {hint.guide.name}(
                {hint.guide.parameters.map((parameter, index) => {
                  const last = hint.guide.parameters.length - 1;
                  const here = index === Math.min(hint.argument, last);
                  const name = parameter.optional ? `[${parameter.name}]` : parameter.name;
                  return (
                    <span key={parameter.name}>
                      {index > 0 && `${separators[language]} `}
                      {here ? <strong>{name}</strong> : name}
                      {index === last && parameter.repeating && `${separators[language]} …`}
                    </span>
                  );
                })}
                )
              </div>
              <div className="hint-text">
                {hint.guide.parameters[Math.min(hint.argument, hint.guide.parameters.length - 1)]
                  ?.description || hint.guide.description}
              </div>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
