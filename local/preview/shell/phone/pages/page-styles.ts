import type { PhoneBackend } from '../engine/phone-backend'
import { onSettingsChange, phoneSettings } from '../phone-settings'

const sheets = new Map<string, CSSStyleSheet>()
const texts = new Map<string, string>()

/** Shows one page's styles and no other's: in WeChat each page is a view of its own. */
export function showStyles(backend: PhoneBackend, paths: string[]): void {
  document.adoptedStyleSheets = [...new Set(paths)].map((path) => {
    const known = sheets.get(path)
    if (known) return known
    const sheet = new CSSStyleSheet()
    texts.set(path, backend.styleText(path))
    sheet.replaceSync(themed(backend.styleText(path)))
    sheets.set(path, sheet)
    return sheet
  })
}

/** The phone's theme, not the computer's, decides `prefers-color-scheme`. */
function themed(css: string): string {
  const { theme } = phoneSettings()
  return css.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (_, wanted: string) =>
    wanted === theme ? '(min-width: 0px)' : '(max-width: 0px)',
  )
}

onSettingsChange(({ theme }, before) => {
  if (theme === before.theme) return
  for (const [path, sheet] of sheets) sheet.replaceSync(themed(texts.get(path) ?? ''))
})
