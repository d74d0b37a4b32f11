import type { ThemeVariables } from '../../../compile/app-config'
import { phoneSettings } from '../phone-settings'

/** A value of app.json: `@name` stands for an entry of theme.json in the phone's theme. */
export function themeValue(theme: ThemeVariables, value: string | undefined): string | undefined {
  return value?.startsWith('@') ? theme[phoneSettings().theme]?.[value.slice(1)] : value
}
