/** WeChat's standard font size in px: `fontSizeScaleFactor` is 1 here. */
export const STANDARD_FONT_SIZE = 17
