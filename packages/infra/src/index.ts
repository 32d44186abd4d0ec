export * from './pictures/draw-garment'
export * from './pictures/draw-swatch-cloth'
export * from './pictures/garment-picture'
export {
  clampWidth,
  type PictureFormat,
  type PictureWidth,
  pictureFormats,
  pictureWidths,
} from './pictures/picture-format'
export * from './pictures/picture-key'
export * from './pictures/picture-store'
export { renderFlat, renderPicture } from './pictures/render-picture'
