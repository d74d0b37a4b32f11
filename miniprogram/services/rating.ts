/** 好差评 */
import type { Input } from '../../typings/wire'
import { call } from './call'

export type Level = Input<'rating', 'rate'>['level']

export async function rate(rating: Input<'rating', 'rate'>): Promise<void> {
  await call('rating', 'rate', rating)
}
