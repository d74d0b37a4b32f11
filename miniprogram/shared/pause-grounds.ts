/**
 * 行政许可法 45: the only grounds on which time does not count. Survey and public notice are not among
 * them.
 */
export const PAUSE_GROUNDS = [
  '鉴定',
  '检验',
  '检测',
  '检疫',
  '专家评审',
  '听证',
  '招标',
  '拍卖',
] as const
