import type { GarmentPicture } from '../garment-picture'
import type { Ink } from '../ink/ink'
import { cord, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { group, type Part } from '../ink/part'
import { lens, mirror, type Point } from '../ink/path'
import { luminance } from '../ink/tones'

/** One shoe seen from outside, toe to the left; the pair is the same shoe again, behind and higher. */
const pair = (
  shoe: Part,
  { dx = 34, dy = -150, view }: { dx?: number; dy?: number; view: GarmentPicture['view'] },
): Part => {
  const moved =
    (x: number, y: number): Part =>
    (ink) =>
      shoe(shifted(ink, x, y, view === 'back'))
  return group(moved(dx, dy), moved(-dx * 0.4, 60))
}

/** The same ink with its hand moved, and turned round for the inner side of the shoe. */
const shifted = (ink: Ink, dx: number, dy: number, turned: boolean): Ink => {
  const place = ([x, y]: Point): Point => ink.place([(turned ? 600 - x : x) + dx, y + dy])
  const drape = (d: string): string => ink.drape(shiftPath(turned ? mirror(d) : d, dx, dy))
  return { ...ink, place, drape }
}
const shiftPath = (d: string, dx: number, dy: number): string =>
  d.replace(
    /(-?\d*\.?\d+)[ ,]+(-?\d*\.?\d+)/g,
    (_, x: string, y: string) => `${(Number(x) + dx).toFixed(1)} ${(Number(y) + dy).toFixed(1)}`,
  )

const GUM = '#b98a5a'
const laces = (points: readonly (readonly [number, number, number, number])[], colour: string): Part =>
  group(
    ...points.map(([x1, y1, x2, y2]) =>
      cord(`M${x1} ${y1} Q${(x1 + x2) / 2 + 2} ${(y1 + y2) / 2 - 7} ${x2} ${y2}`, { colour, width: 5.5 }),
    ),
  )

/** A low court sneaker with a rubber sole. */
export const sneaker = (spec: GarmentPicture): Part => {
  const sole = { hex: luminance(spec.colourHex) > 0.75 ? '#e3d9c8' : '#f1ebdf' }
  const laceColour = luminance(spec.colourHex) > 0.5 ? '#f7f3ea' : '#efe8da'
  const shoe = group(
    panel('M372 326 C392 318 440 318 462 330 C470 344 470 372 462 392 L372 392Z', {
      cloth: 'inside',
      shade: 'none',
      round: 1.4,
    }),
    panel('M300 352 C320 326 344 306 366 300 C378 298 384 304 384 312 L376 356 L318 384Z', {
      cloth: 'pale',
      round: 0.9,
      plain: true,
    }),
    panel(
      'M98 470 C92 438 110 420 144 412 C196 402 236 386 272 362 C284 352 294 346 304 346 C316 366 340 372 364 362 C372 350 374 338 380 328 C406 344 440 342 464 326 C474 332 478 346 478 362 C480 398 488 430 488 470 C488 484 98 486 98 470Z',
      {
        folds: [
          lens([196, 446], [240, 400], { bow: 6, width: 7 }),
          lens([222, 456], [266, 398], { bow: 6, width: 8 }),
          lens([250, 462], [286, 410], { bow: 5, width: 6 }),
          lens([110, 474], [480, 474], { bow: 6, width: 12 }),
        ],
        lights: [
          lens([120, 436], [190, 416], { bow: 4, width: 9 }),
          lens([396, 366], [462, 352], { bow: -4, width: 9 }),
        ],
        shade: 'none',
      },
    ),
    panel('M98 472 C92 438 110 420 146 412 C160 424 172 446 176 478Z', { round: 0.6, shade: 'none', grain: 20 }),
    seam('M146 412 C160 424 172 446 176 476'),
    stitch('M152 411 C166 424 178 446 182 476'),
    panel(
      'M268 364 C284 352 294 345 306 345 C318 366 342 372 366 360 C374 384 366 410 338 424 C312 420 282 398 268 364Z',
      { round: 0.7, shade: 'none', grain: -30 },
    ),
    stitch('M274 366 C290 398 314 414 338 418 C360 406 368 386 361 367'),
    panel(
      'M430 336 C448 336 458 330 466 326 C475 334 478 348 478 364 C480 398 487 430 488 474 L438 478 C430 430 424 380 430 336Z',
      { round: 0.7, shade: 'right', cloth: 'second' },
    ),
    stitch('M425 340 C420 384 426 432 433 474'),
    crease('M380 332 C406 346 440 346 464 330', 5, 0.6),
    laces(
      [
        [274, 370, 320, 352],
        [286, 386, 338, 362],
        [302, 400, 354, 370],
      ],
      laceColour,
    ),
    cord('M322 350 C300 322 330 308 338 340 C352 312 376 318 344 348', { colour: laceColour, width: 4.5 }),
    panel(
      'M90 472 C90 462 96 460 108 464 C220 480 380 480 490 466 C500 468 502 486 498 504 C494 514 482 516 460 516 L150 516 C112 516 90 502 90 472Z',
      { cloth: sole, shade: 'none', round: 0.8, lifted: true },
    ),
    seam('M94 488 C220 500 380 500 498 490', 0.35),
    panel('M110 512 C200 520 400 520 484 513 L478 522 C400 528 190 528 128 522Z', {
      cloth: { hex: GUM },
      shade: 'none',
      round: 0.4,
      outlined: true,
    }),
  )
  return pair(shoe, { view: spec.view })
}

/** An ankle boot: chelsea by default, laced when it has a closure of its own. */
export const boot = (spec: GarmentPicture): Part => {
  const laced = spec.closure === 'buttons'
  const shoe = group(
    panel('M300 236 C330 228 420 228 452 238 C456 246 452 254 446 258 L306 258Z', {
      cloth: 'inside',
      shade: 'none',
      round: 1.4,
    }),
    panel('M448 242 C456 216 470 212 474 222 L466 262Z', { round: 0.6, shade: 'none' }),
    panel(
      'M96 500 C90 468 108 446 146 438 C204 426 252 404 276 374 C294 344 298 290 298 240 C346 254 408 254 454 240 C458 300 458 360 470 400 C478 436 480 470 480 506 C380 518 160 520 96 500Z',
      {
        shade: 'right',
        folds: [
          lens([212, 470], [276, 404], { bow: 8, width: 9 }),
          lens([246, 486], [308, 412], { bow: 8, width: 10 }),
          lens([286, 470], [340, 404], { bow: 6, width: 8 }),
          lens([300, 330], [380, 356], { bow: 6, width: 9 }),
          lens([100, 504], [480, 506], { bow: 5, width: 14 }),
        ],
        lights: [
          lens([118, 464], [214, 438], { bow: 6, width: 12 }),
          lens([316, 260], [318, 350], { bow: 4, width: 12 }),
          lens([230, 474], [292, 410], { bow: 8, width: 7 }),
        ],
      },
    ),
    laced
      ? group(
          stitch('M330 254 C330 330 312 392 262 424'),
          laces(
            [
              [290, 300, 330, 306],
              [286, 330, 326, 338],
              [278, 360, 318, 370],
              [262, 386, 302, 400],
            ],
            '#2b241d',
          ),
        )
      : group(
          panel('M340 252 C362 256 392 256 412 252 C410 310 398 360 380 392 C360 362 344 310 340 252Z', {
            cloth: 'inside',
            shade: 'none',
            round: 0.9,
          }),
          ...[350, 360, 370, 380, 390, 400].map((x) => seam(`M${x} 256 L${378 + (x - 376) * 0.35} 372`, 0.5)),
          stitch('M334 254 C338 314 356 372 380 402 C402 370 416 312 418 252'),
        ),
    seam('M380 394 C378 430 372 466 366 508', 0.8),
    stitch('M374 396 C372 432 366 466 360 508'),
    panel('M88 500 C88 492 96 494 108 498 C220 512 380 512 484 500 L486 516 L90 518Z', {
      cloth: { hex: '#4a3626' },
      shade: 'none',
      round: 0.6,
    }),
    stitch('M96 508 C220 518 380 518 482 508', '#b79268'),
    panel('M390 516 L486 514 L482 552 L396 552Z', { cloth: { hex: '#33261c' }, shade: 'none', round: 0.8 }),
    panel('M90 516 C190 522 320 520 390 516 L392 524 C300 530 150 532 98 526Z', {
      cloth: { hex: '#33261c' },
      shade: 'none',
      round: 0.4,
    }),
  )
  return pair(shoe, { view: spec.view, dy: -150, dx: 36 })
}

/** A penny loafer. */
export const loafer = (spec: GarmentPicture): Part => {
  const shoe = group(
    panel('M296 396 C340 366 430 358 472 372 C478 384 476 400 466 412 L300 424Z', {
      cloth: { hex: '#c8a67c' },
      shade: 'none',
      round: 1.6,
    }),
    panel(
      'M92 478 C88 446 112 420 156 410 C206 400 250 396 288 388 C300 398 330 408 370 404 C410 400 446 388 474 368 C484 376 486 400 488 428 C490 452 490 468 488 482 C380 494 150 494 92 478Z',
      {
        shade: 'right',
        folds: [
          lens([224, 470], [270, 424], { bow: 5, width: 6 }),
          lens([250, 476], [292, 432], { bow: 5, width: 6 }),
          lens([96, 482], [486, 484], { bow: 5, width: 14 }),
        ],
        lights: [
          lens([112, 446], [196, 420], { bow: 4, width: 12 }),
          lens([392, 424], [470, 402], { bow: -3, width: 10 }),
        ],
      },
    ),
    panel(
      'M136 432 C150 412 210 402 288 389 C296 400 306 404 314 406 C300 424 262 436 220 440 C180 444 150 444 136 432Z',
      { shade: 'none', round: 0.9, lifted: true },
    ),
    stitch('M128 436 C146 452 186 451 224 447 C268 441 304 430 322 410'),
    seam('M132 434 C148 449 186 448 222 444 C266 438 302 426 318 408'),
    panel(
      'M240 386 C262 380 288 380 302 386 C316 410 330 440 336 466 C322 474 304 476 290 474 C282 444 264 410 240 386Z',
      { shade: 'none', round: 0.9, lifted: true },
    ),
    panel('M262 404 C276 400 290 400 300 403 L304 412 C292 410 280 411 270 414Z', {
      cloth: 'inside',
      shade: 'none',
      round: 0.5,
    }),
    stitch('M246 388 C268 412 286 446 294 470'),
    stitch('M299 388 C312 412 325 440 331 464'),
    crease('M300 396 C340 408 410 402 472 374', 5, 0.7),
    stitch('M304 404 C344 416 412 410 474 382'),
    panel('M86 478 C86 470 94 474 106 476 C220 490 380 490 492 478 L492 492 L90 494Z', {
      cloth: { hex: '#3a2a1e' },
      shade: 'none',
      round: 0.5,
    }),
    panel('M398 492 L492 490 L488 518 L402 518Z', { cloth: { hex: '#2b2018' }, shade: 'none', round: 0.8 }),
    panel('M90 492 C190 498 320 496 398 492 L399 499 C300 505 150 506 98 500Z', {
      cloth: { hex: '#2b2018' },
      shade: 'none',
      round: 0.4,
    }),
  )
  return pair(shoe, { view: spec.view, dx: 34, dy: -130 })
}
