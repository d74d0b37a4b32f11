/** Everything that the one editor edits. */
import { ITEM } from './things/item'
import { NOTICE_THING, PLACE_THING, WINDOWS_THING } from './things/place'
import { TEXT_THING, TRAINING_THING } from './things/text'
import type { Thing } from './things/thing'

export const THINGS: Readonly<Record<string, Thing>> = {
  item: ITEM,
  place: PLACE_THING,
  windows: WINDOWS_THING,
  notice: NOTICE_THING,
  text: TEXT_THING,
  training: TRAINING_THING,
}
