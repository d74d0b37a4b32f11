import { action } from '../../core/kernel/action'
import { storedFile, temporaryLink } from '../../core/store/files'
import { AppError } from '../../core/kernel/errors'
import { readBulletin } from '../bulletin/read'
import { bulletinDocument } from '../bulletin/word'
import { bulletinFileInput, bulletinFileOutput } from '../schema/bulletin'

export const bulletinFile = action({
  summary: '通报的 Word 文档：十分钟内能下载',
  by: ['leader', 'supervisor', 'cadre', 'window', 'agent'],
  scope: 'township',
  input: bulletinFileInput,
  output: bulletinFileOutput,
  run: async (call, { month }) => {
    const doc = await readBulletin(call, month)
    // One file per month and version: whoever holds an old link keeps what they were shown.
    const path = `bulletins/${call.township}/${month}-${String(doc.v)}.docx`
    const url = await temporaryLink(await storedFile(path, await bulletinDocument(doc)))
    if (!url) {
      throw new AppError('INTERNAL', '文档没有做好，过一会儿再点一次。', { retryable: true })
    }
    return { url, name: `${doc.title}.docx` }
  },
})
