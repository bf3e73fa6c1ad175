import { Field, Input, Select } from "@fluentui/react-components";
import type { ShownSettings } from "../../actions/settings";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { useTexts } from "../language";
import { useStyles } from "./styles";

/** Up to which month, after whose habits and at which level. */
export function Options({
  period,
  onPeriod,
  profile,
  onProfile,
  profiles,
  levels = [],
  level = null,
  onLevel,
  disabled,
}: {
  period: string;
  onPeriod: (period: string) => void;
  profile: string;
  onProfile: (profile: string) => void;
  profiles: ShownSettings["profiler"];
  /** Positions of the verksamhet code to add up at, where the report has such. */
  levels?: readonly number[];
  level?: number | null;
  onLevel?: (level: number | null) => void;
  disabled: boolean;
}) {
  const texts = useTexts(rapporterTexts);
  const styles = useStyles();
  return (
    <div className={styles.options}>
      <Field label={texts.period} hint={texts.periodHint}>
        <Input
          className={styles.option}
          type="text"
          inputMode="numeric"
          placeholder={texts.lastPeriod}
          defaultValue={period}
          disabled={disabled}
          onBlur={({ target }) => onPeriod(target.value.trim())}
          onKeyDown={({ key, currentTarget }) => key === "Enter" && onPeriod(currentTarget.value.trim())}
        />
      </Field>
      <Field label={texts.profile}>
        <Select
          className={styles.option}
          value={profile}
          disabled={disabled}
          onChange={(_, { value }) => onProfile(value)}
        >
          <option value="">{texts.ownProfile}</option>
          {profiles.map(({ id, namn }) => (
            <option key={id} value={id}>
              {namn || texts.workbooksProfile}
            </option>
          ))}
        </Select>
      </Field>
      {levels.length > 0 && (
        <Field label={texts.level}>
          <Select
            className={styles.option}
            value={level ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => onLevel?.(value === "" ? null : Number(value))}
          >
            <option value="">{texts.profilesLevel}</option>
            {levels.map((one) => (
              <option key={one} value={one}>
                {texts.positions(one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
