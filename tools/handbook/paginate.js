/**
 * Runs in the browser: puts the blocks of `#contents` and `#body` on pages, writes the page numbers
 * into the contents, and fills up to whole sheets. Chromium knows no page numbers of its own.
 */
/* global document */
;(() => {
  /** Title, facts and the first paper: less at the foot of a page is not worth beginning. */
  const LEAST_BLOCKS = 4
  const NOTE_LINES = 12

  const pages = document.querySelector('#pages')
  const parts = (id) => [...document.querySelector(id).content.children]

  let body = null
  /** A page with a running head; numbered ones say on which side of the sheet they lie. */
  function newPage(head, number) {
    const page = document.createElement('section')
    page.className = `page ${number % 2 === 0 ? 'left' : 'right'}`
    page.innerHTML = '<header></header><div class="body"></div><footer></footer>'
    page.firstChild.textContent = head
    page.lastChild.textContent = number === 0 ? '' : String(number)
    pages.append(page)
    body = page.children[1]
    return page
  }

  /** What is left of the last sheet: lines to write a number or a day on. */
  function notesPage() {
    newPage('记一记', 0)
    body.innerHTML = '<div class="note-line"></div>'.repeat(NOTE_LINES)
  }

  const isFull = () => body.scrollHeight > body.clientHeight + 1

  /** Puts blocks one after the other; a heading moves on with what follows it. */
  function flow(blocks, nextPage) {
    blocks.forEach((block, n) => {
      body.append(block)
      if (!isFull()) return
      let first = n
      while (first > 0 && blocks[first - 1].classList.contains('heading')) first--
      // A page that holds nothing else keeps what is too long for any page.
      if (blocks[first] === body.firstElementChild) return
      nextPage()
      for (let at = first; at <= n; at++) body.append(blocks[at])
    })
  }

  const pageOf = new Map()
  let number = 0
  const numbered = (head) => newPage(head, ++number)

  pages.append(...parts('#front'))
  const contentsAt = pages.lastElementChild

  const sections = parts('#body')
  for (const section of sections) {
    const head = section.dataset.head
    const blocks = [...section.children]
    const isChapter = section.classList.contains('chapter')
    if (isChapter || body === null || !begins(blocks)) numbered(head)
    if (section.dataset.mark) pageOf.set(section.dataset.mark, number)
    flow(blocks, () => numbered(head))
    if (isChapter && !section.dataset.mark) body = null
  }

  /** Whether a good part of it goes below what is on the page already, with a line between. */
  function begins(blocks) {
    const rule = document.createElement('hr')
    const start = blocks.slice(0, LEAST_BLOCKS)
    body.append(rule, ...start)
    const full = isFull()
    for (const block of start) block.remove()
    if (full) rule.remove()
    return !full
  }

  // The contents stand before the body, so their pages have no numbers of their own.
  const bodyPages = [...pages.children].slice([...pages.children].indexOf(contentsAt) + 1)
  for (const page of bodyPages) page.remove()
  newPage('', 0).classList.add('contents')
  body.innerHTML = '<h1 class="block heading">目录</h1>'
  flow(parts('#contents'), () => newPage('目录', 0).classList.add('contents'))
  // Page 1 lies on the right.
  if (pages.children.length % 2 === 1) newPage('', 0)
  pages.append(...bodyPages)
  for (const place of document.querySelectorAll('[data-page-of]')) {
    place.textContent = String(pageOf.get(place.dataset.pageOf) ?? '')
  }
  // Four pages to a sheet; the back cover is the last.
  while (pages.children.length % 4 !== 3) notesPage()
  pages.append(...parts('#back'))
  const overfull = [...pages.querySelectorAll('.body')].filter(
    (one) => one.scrollHeight > one.clientHeight + 1,
  )
  return {
    pages: pages.children.length,
    marks: Object.fromEntries(pageOf),
    overfull: overfull.map((one) => one.textContent.trim().slice(0, 20)),
  }
})()
