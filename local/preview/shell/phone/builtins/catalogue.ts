import * as buttons from './buttons'
import * as choices from './choices'
import * as containers from './containers'
import type { BuiltIn } from './define'
import { form } from './form'
import { label } from './label'
import * as media from './media'
import * as pageMeta from './page-meta'
import { picker } from './picker'
import * as pickerView from './picker-view'
import { richText } from './rich-text'
import { scrollView } from './scroll-view'
import * as swiper from './swiper'
import * as textFields from './text-fields'

/** Every built-in component the phone knows. */
export const BUILT_INS: BuiltIn[] = [
  ...Object.values(buttons),
  ...Object.values(choices),
  ...Object.values(containers),
  form,
  label,
  ...Object.values(media),
  ...Object.values(pageMeta),
  picker,
  ...Object.values(pickerView),
  richText,
  scrollView,
  ...Object.values(swiper),
  ...Object.values(textFields),
]
