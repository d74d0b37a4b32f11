import { builtIn } from './define'
import { phoneServices } from './phone-services'

/** Describes the page around it: styles, root font size, background. Shows only its children. */
export const pageMeta = builtIn(
  'page-meta',
  {
    pageStyle: String,
    pageFontSize: String,
    rootFontSize: String,
    rootBackgroundColor: String,
    pageOrientation: String,
    backgroundColor: String,
    backgroundColorTop: String,
    backgroundColorBottom: String,
    backgroundTextStyle: String,
    scrollTop: String,
    scrollDuration: Number,
  },
  ({ element, props }) => ({
    update() {
      const { pageStyle, pageFontSize, rootFontSize, backgroundColor } = props
      phoneServices().describePage(element, {
        pageStyle,
        pageFontSize,
        rootFontSize,
        backgroundColor,
      })
    },
  }),
)

export const navigationBar = builtIn(
  'navigation-bar',
  {
    title: String,
    loading: Boolean,
    frontColor: String,
    backgroundColor: String,
    colorAnimationDuration: Number,
    colorAnimationTimingFunc: String,
  },
  ({ element, props }) => ({
    update() {
      const { title, frontColor, backgroundColor } = props
      phoneServices().describePage(element, {
        title: title || undefined,
        barText: frontColor || undefined,
        barColor: backgroundColor || undefined,
      })
    },
  }),
)
