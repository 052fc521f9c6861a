"use client";

import { type CSSVariablesResolver, createTheme } from "@mantine/core";
import * as palette from "./palette";

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 8, dark: 7 },
  colors: { ...palette },
  white: "#ffffff",
  black: "#1e2426",
  fontFamily: "var(--font-ui)",
  fontFamilyMonospace: "var(--font-mono)",
  headings: {
    fontFamily: "var(--font-ui)",
    fontWeight: "620",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.25" },
      h2: { fontSize: "1.1875rem", lineHeight: "1.3" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  defaultRadius: "sm",
  radius: { xs: "0.1875rem", sm: "0.3125rem", md: "0.5rem", lg: "0.75rem", xl: "1rem" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "subtle", size: "lg", color: "gray" } },
    Anchor: { defaultProps: { underline: "always" } },
    Badge: { defaultProps: { tt: "none", fw: 600 } },
    // eleven pixels by default
    InputWrapper: {
      vars: () => ({ label: {}, error: {}, description: { "--input-description-size": "0.8125rem" } }),
    },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } }, // it stands where only items may stand
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
  },
});

/** Mantine's own greys for secondary text miss the contrast of WCAG AA; ours come from tokens.css. */
const text = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-error": "var(--diff-deleted)",
  "--mantine-color-success": "var(--mark-approved)",
};

export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: text,
  dark: text,
});
