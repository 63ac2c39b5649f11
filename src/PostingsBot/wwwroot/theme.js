const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

const LIGHT = {
  surface: "#ffffff", bubble: "#f0f2f5", emphasis: "#e4e8ed", text: "#1b1f24", quiet: "#57606a", line: "#d0d7de",
  accent: "#0b5cad", mine: "#0b5cad", onMine: "#ffffff", good: "#1a6f37", warning: "#8a5300", attention: "#b3261e"
};

const DARK = {
  surface: "#1d2126", bubble: "#272c33", emphasis: "#323942", text: "#e8eaed", quiet: "#a3acb6", line: "#3a414a",
  accent: "#7ab8ff", mine: "#1f4b7a", onMine: "#ffffff", good: "#6fd08c", warning: "#f0b75a", attention: "#ff9a90"
};

const palette = dark => dark ? DARK : LIGHT;

export function styleOptions(dark, narrow) {
  const colours = palette(dark);
  return {
    accent: colours.accent,
    backgroundColor: colours.surface,
    primaryFont: FONT,
    subtle: colours.quiet,
    timestampColor: colours.quiet,
    notificationText: colours.quiet,
    slowConnectivity: colours.warning,
    failedConnectivity: colours.attention,
    hideSendBox: true,
    botAvatarImage: narrow ? undefined : "/favicon.svg",
    botAvatarBackgroundColor: "transparent",
    botAvatarInitials: narrow ? undefined : "PB",
    avatarSize: 32,
    avatarBorderRadius: 8,
    showAvatarInGroup: "status",
    paddingRegular: 12,
    bubbleBackground: colours.bubble,
    bubbleTextColor: colours.text,
    bubbleBorderColor: colours.line,
    bubbleBorderRadius: 12,
    bubbleMaxWidth: 720,
    bubbleAttachmentMaxWidth: 720,
    bubbleFromUserBackground: colours.mine,
    bubbleFromUserTextColor: colours.onMine,
    bubbleFromUserBorderColor: colours.mine,
    bubbleFromUserBorderRadius: 12,
    cardEmphasisBackgroundColor: colours.emphasis,
    markdownRenderHTML: false
  };
}

// Adaptive Cards reads its colours from here; sizes follow Web Chat's own defaults.
export function cardHostConfig(dark) {
  const colours = palette(dark);
  const shade = (plain, subtle = plain) => ({ default: plain, subtle });
  const foregroundColors = {
    default: shade(colours.text, colours.quiet),
    light: shade(colours.quiet),
    dark: shade(colours.text, colours.quiet),
    accent: shade(colours.accent),
    good: shade(colours.good),
    warning: shade(colours.warning),
    attention: shade(colours.attention)
  };
  const container = backgroundColor => ({ backgroundColor, borderColor: colours.line, foregroundColors });
  return {
    supportsInteractivity: true,
    fontFamily: FONT,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
    spacing: { small: 6, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: colours.line },
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: container(colours.bubble),
      emphasis: container(colours.emphasis),
      accent: container(colours.emphasis),
      good: container(colours.emphasis),
      warning: container(colours.emphasis),
      attention: container(colours.emphasis)
    },
    actions: {
      maxActions: 20,
      spacing: "default",
      buttonSpacing: 0, // page.css sets the gap, also between rows
      showCard: { actionMode: "inline", inlineTopMargin: 8 },
      actionsOrientation: "horizontal",
      actionAlignment: "left"
    },
    textBlock: { headingLevel: 2 },
    adaptiveCard: { allowCustomStyle: true },
    factSet: {
      title: { color: "default", size: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 150 },
      value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
      spacing: 12
    },
    table: { cellSpacing: 8 },
    inputs: { label: { inputSpacing: "small", requiredInputs: { weight: "default", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "default" } } }
  };
}
