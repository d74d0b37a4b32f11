/** Documents and spreadsheets: opened by WeChat, whose own menu prints, keeps or sends them on. */
import { call, CallError } from './call'
import { writtenFile } from './share-paper'

const READERS: Readonly<Record<'docx' | 'xlsx', string>> = { docx: '看 Word', xlsx: '看表格' }

/** @throws CallError `NO_DOCUMENT` when it could not be fetched or opened */
export async function showDocument(
  fetched: Promise<string>,
  fileType: keyof typeof READERS = 'docx',
): Promise<void> {
  try {
    await wx.openDocument({ filePath: await fetched, fileType, showMenu: true })
  } catch {
    throw new CallError(
      'NO_DOCUMENT',
      `文档没打开。手机上装了能${READERS[fileType]}的软件再试，或者在电脑上看。`,
    )
  }
}

export type SheetKind = 'receipt' | 'supplement'

/** 收件回执 or 一次性补正告知书, to be printed. */
export async function printSheet(id: string, kind: SheetKind): Promise<true> {
  const { name, content } = await call('case', 'sheet', { id, kind })
  await showDocument(writtenFile(name, content, 'base64'))
  return true
}

export const PRINT_WORDS = { failed: '没打开', kept: '这件事没受影响', again: '再打一次' }
