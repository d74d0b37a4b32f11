/** How documents of offices are set: 仿宋, three (16 pt) for text, two (22 pt) for the title, A4. */
export const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
export const HEADING_FONT = { ...FONT, eastAsia: '黑体' }
export const HALF_POINTS = { title: 44, heading: 32, text: 32, note: 24 }
/** A4 and the room around its text, in twentieths of a point. */
export const A4 = { width: 11906, height: 16838 }
const MARGIN = 1134
export const MARGINS = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }
