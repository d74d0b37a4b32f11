/** One matter of the catalogue in a list: everyday name, how long, whether one must come. */
Component({
  properties: { name: String, note: String, first: Boolean },
})
