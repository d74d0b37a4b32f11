/** What the pages of this package ask the cloud, beside what `services/bulletin` asks. */
import type { Output } from '../../../typings/wire'
import { call } from '../../services/call'

export type Watch = Output<'supervision', 'watch'>

export const WATCH_KEY = 'watch'

export const fetchWatch = (): Promise<Watch> => call('supervision', 'watch', {})
