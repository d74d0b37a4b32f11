/**
 * WeChat's lengths in CSS a browser knows: `rpx` is 1/750 of the screen, and `vh` measures the
 * page between the bars, while the browser would count the bars too.
 */
export function convertUnits(css: string): string {
  return css
    .replace(/(^|[\s,(+*/:-])(-?\d*\.?\d+)rpx\b/g, '$1calc(var(--rpx) * $2)')
    .replace(/(^|[\s,(+*/:-])(-?\d*\.?\d+)vh\b/g, '$1calc(var(--page-vh) * $2)')
}
