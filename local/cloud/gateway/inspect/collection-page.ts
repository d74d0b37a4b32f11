import type { Database, Document } from '../../database/interface'
import { html } from './html'
import { layout } from './layout'

const SHOWN = 50

/** Above this, walking to the end of a collection would take noticeable time and memory. */
const MOST_TO_WALK = 20_000

/** Long documents are cut: the page is for a look, `--export` for the whole. */
const LONGEST_TEXT = 4000

/** The newest documents of a collection; null when there is none of that name. */
export async function collectionPage(database: Database, name: string): Promise<string | null> {
  const collection = database.collections().find((other) => other.name === name)
  if (!collection) return null
  const { documents, order } = await newest(database, name, collection.count)
  return layout(
    `集合 ${name}`,
    html`<p><a href="/inspect">返回</a></p>
      <p>共 ${collection.count} 份文档。${order}</p>
      ${documents.map(
        (document) => html`<section><pre>${documentText(document)}</pre></section>`,
      )}`,
  )
}

async function newest(
  database: Database,
  name: string,
  count: number,
): Promise<{ documents: Document[]; order: string }> {
  if (count > MOST_TO_WALK) {
    const documents = await database.find(name, {}, { order: { _id: -1 }, limit: SHOWN })
    return { documents, order: `文档很多，这里是 _id 最大的 ${SHOWN} 份。` }
  }
  const offset = Math.max(count - SHOWN, 0)
  const documents = await database.find(name, {}, { offset, limit: SHOWN })
  return { documents: documents.reverse(), order: `最新的 ${SHOWN} 份，新的在前。` }
}

function documentText(document: Document): string {
  const text = JSON.stringify(document, null, 2)
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}\n…（太长，没有显示完）` : text
}
