const SCREEN = { width: 375, height: 812 }
const BORDER = 12
/** Heading above, messages below, with their gaps. */
const AROUND_HEIGHT = 14 + 44 + 12 + 140 + 12
const COLUMN_GAP = 40

/** Scales the phones so that three of them, with their messages, fit the window. */
export function fitPhones(): void {
  const fit = (): void => {
    const columns = document.querySelectorAll('.phone-column')
    const main = document.querySelector('.phones')
    if (!main || columns.length === 0) return
    const width = main.clientWidth / columns.length - COLUMN_GAP - BORDER
    const height = innerHeight - AROUND_HEIGHT - BORDER
    const scale = Math.min(1, Math.max(0.5, Math.min(width / SCREEN.width, height / SCREEN.height)))
    // whole pixels, or hairlines of the case show at the screen's edge
    const screenWidth = Math.floor((scale * SCREEN.width) / 2) * 2
    document.body.style.setProperty('--scale', String(screenWidth / SCREEN.width))
    const column = Math.floor(main.clientWidth / columns.length / 2) * 2
    document.body.style.setProperty('--column', `${column}px`)
  }
  window.addEventListener('resize', fit)
  fit()
}
