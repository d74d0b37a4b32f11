import { action } from '../../core/kernel/action'
import { unseal } from '../../core/kernel/crypto'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { HomeDirectory } from '../../core/store/documents/catalog'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { dueOf } from '../deadlines'
import { sheetInput, sheetOutput } from '../schema/read'
import { SHEETS } from '../sheets/contents'

export const sheet = action({
  summary: '打印：收件回执、一次性补正告知书，Word 文档，不在云里留底',
  by: ['villager', 'agent', 'window', 'cadre'],
  scope: 'readableCases',
  input: sheetInput,
  output: sheetOutput,
  run: async ({ scope, caller, township, now }, { id, kind }) => {
    const [doc, home] = await Promise.all([
      findOne<CaseDocument>('cases', { ...scope, _id: id }),
      findOne<HomeDirectory>('directory', { _id: `${township}:home`, township }),
    ])
    if (!doc || !home) throw notFound('这件事')
    const { title, missing, parts } = SHEETS[kind]
    const why = missing(doc)
    if (why) throw new AppError('ACTION_NOT_ALLOWED', why)
    const facts = {
      doc,
      township: home.info,
      today: businessDate(now),
      due: dueOf(doc),
      // Whoever handed it in, or received it, was given the code.
      queryCode: [doc.ownerId, doc.agentId, doc.firstReceiver?.account].includes(caller.id)
        ? unseal(doc.queryCode)
        : null,
    }
    // Few calls print: the others start without this library.
    const { sheetDocument } = await import('../sheets/word')
    const office = `${home.info.county}${home.info.name}`
    const file = await sheetDocument(title, office, parts(facts))
    return { name: `${title}.docx`, content: file.toString('base64') }
  },
})
