import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";

const brand: BrandVariants = {
  10: "#001413",
  20: "#021e1d",
  30: "#042b2a",
  40: "#063736",
  50: "#084443",
  60: "#0b5150",
  70: "#0d5f5e",
  80: "#0f6b6b",
  90: "#2b7c7b",
  100: "#428d8b",
  110: "#589e9c",
  120: "#6fb0ad",
  130: "#86c2be",
  140: "#9ed3d0",
  150: "#b8e3e1",
  160: "#d8f1ef",
};

const fontFamilyBase = "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, Arial, sans-serif";

const light: Theme = { ...createLightTheme(brand), fontFamilyBase };
/** On dark the brand's lighter half carries text, so that it stays readable. */
const dark: Theme = {
  ...createDarkTheme(brand),
  fontFamilyBase,
  colorBrandForeground1: brand[130],
  colorBrandForeground2: brand[140],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
  colorCompoundBrandForeground1: brand[130],
  colorCompoundBrandStroke: brand[130],
};

function isDark(): boolean {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (!theme) return false;
  if (theme.isDarkTheme !== undefined) return theme.isDarkTheme;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(theme.bodyBackgroundColor?.slice(at, at + 2) || "ff", 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

/** Follows Office's theme. Excel has no event for it on all platforms, so it is read again when the pane gets focus. */
export function useTheme(): Theme {
  const [darkTheme, setDark] = useState(isDark);
  useEffect(() => {
    const update = () => setDark(isDark());
    window.addEventListener("focus", update);
    document.addEventListener("visibilitychange", update);
    return () => {
      window.removeEventListener("focus", update);
      document.removeEventListener("visibilitychange", update);
    };
  }, []);
  return darkTheme ? dark : light;
}
