import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { AppError, notFound } from '../../core/kernel/errors'
import { KEEP_DAYS } from '../../core/domain/visit'
import { createOnce } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { Visit } from '../../core/store/documents/visit'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import { visitInput, visitOutput } from '../schema/visits'
import { EVERYBODY } from '../../core/kernel/roles'
import { visitView } from '../visits/view'

export const visit = action({
  summary: '走访记一笔；群众同意才记名字和说的话',
  by: EVERYBODY,
  scope: 'self',
  input: visitInput,
  output: visitOutput,
  run: async (call, { villageId, on, consent, name = '', text = '', opinion }) => {
    const { township, now, caller, request } = call
    if (on > businessDate(now)) {
      throw new AppError('INVALID_INPUT', '还没到这天，走访完了再记。', {
        fields: { on: '还没到' },
      })
    }
    if (!consent && (name || text)) {
      throw new AppError(
        'CONSENT_REQUIRED',
        '群众没说同意，就不记名字和说的话，只记去了哪个村。同意了，点一下“他同意记下来”。',
      )
    }
    if (opinion && !text) {
      throw new AppError('INVALID_INPUT', '有意见要办，先写下他说了什么。', {
        fields: { text: '没有填' },
      })
    }
    const village = await findOne<PlaceDocument>('places', {
      _id: `${township}:place:${villageId}`,
      township,
      kind: 'village',
    })
    if (!village) throw notFound('这个村')
    const doc: Visit = {
      _id: request.key,
      township,
      schema: 1,
      v: 1,
      villageId,
      villageName: village.name,
      on,
      at: now,
      by: { account: caller.id, name: caller.name },
      unit: caller.account.staff?.department ?? '',
      said: consent && (name || text) ? { name: seal(name), text: seal(text) } : null,
      opinion,
      issueId: null,
      content: request.content,
      nextDueAt: instantOf(addDays(on, KEEP_DAYS)),
    }
    return { visit: visitView(await createOnce('visits', doc)) }
  },
})
