/** 走访: how long what was said is kept (个人信息保护法 19: the shortest time that is needed). */

/** Days after which name and words are erased; village and day stay as a count. Our decision. */
export const KEEP_DAYS = 365
