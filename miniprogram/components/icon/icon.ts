/** One icon in the colour of the text around it. Hidden from screen readers: a word stands beside it. */
Component({
  properties: {
    /** Name of tdesign-icons, e.g. `call`. */
    name: String,
    /** `s`, `l`, `tag`, `tick`; empty is the normal size. */
    size: String,
  },
})
