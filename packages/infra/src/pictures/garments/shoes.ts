import type { GarmentPicture } from '../garment-picture'
import type { Ink } from '../ink/ink'
import { cord, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { group, type Part } from '../ink/part'
import { lens, mapPath, PLANE, type Point } from '../ink/path'
import { luminance } from '../ink/tones'

/** One shoe seen from outside, toe to the left; the pair is the same shoe again, behind and higher. */
interface Placing {
  /** Where the second shoe lies, seen from the first. */
  readonly dx: number
  readonly dy: number
  readonly view: GarmentPicture['view']
  /** Height of the shoe as a share of the drawn one. */
  readonly tall?: number
}

const pair = (shoe: Part, { dx, dy, view, tall = 1 }: Placing): Part => {
  const moved =
    (x: number, y: number): Part =>
    (ink) =>
      shoe(shifted(ink, ([px, py]) => [(view === 'back' ? PLANE.width - px : px) + x, 520 + (py - 520) * tall + y]))
  return group(moved(dx, dy), moved(-dx * 0.4, 60))
}

/** The same ink with its hand moved elsewhere. */
const shifted = (ink: Ink, move: (point: Point) => Point): Ink => ({
  ...ink,
  place: (point) => ink.place(move(point)),
  drape: (d) => ink.drape(mapPath(d, move)),
})

const GUM = '#b98a5a'
const laces = (points: readonly (readonly [number, number, number, number])[], colour: string): Part =>
  group(
    ...points.map(([x1, y1, x2, y2]) =>
      cord(`M${x1} ${y1} Q${(x1 + x2) / 2 + 3} ${(y1 + y2) / 2 - 5} ${x2} ${y2}`, { colour, width: 5 }),
    ),
  )

/** A low court sneaker with a rubber sole. */
export const sneaker = (spec: GarmentPicture): Part => {
  const bright = luminance(spec.colourHex) > 0.5
  const sole = { hex: luminance(spec.colourHex) > 0.75 ? '#e6ddcd' : '#f1ebdf' }
  const laceColour = bright ? '#f7f3ea' : '#efe8da'
  const upper =
    'M96 474 C88 440 110 422 152 414 C188 408 212 400 234 388 C272 366 304 338 336 312 C346 308 356 312 362 322 C380 350 440 352 472 312 C482 316 486 326 485 344 C484 380 488 430 490 474 C400 488 180 488 96 474Z'
  const eyestay =
    'M222 395 C262 374 304 338 338 311 C350 308 360 316 364 326 C368 340 366 352 356 364 C334 388 304 412 272 428 C252 436 226 420 222 395Z'
  const shoe = group(
    panel('M330 330 C360 300 440 296 474 314 C480 330 476 360 460 372 L350 372Z', {
      cloth: { hex: '#cfc4b2' },
      shade: 'none',
      round: 1.5,
    }),
    panel('M290 352 C304 318 318 290 342 278 C356 272 368 280 370 294 C372 316 366 340 352 360Z', {
      round: 0.9,
      plain: true,
      cloth: 'pale',
    }),
    panel(upper, {
      folds: [
        lens([190, 452], [232, 404], { bow: 6, width: 6 }),
        lens([212, 462], [252, 424], { bow: 5, width: 6 }),
        lens([100, 478], [490, 478], { bow: 6, width: 13 }),
      ],
      lights: [lens([118, 440], [200, 416], { bow: 4, width: 9 }), lens([388, 372], [466, 350], { bow: -4, width: 9 })],
      shade: 'none',
    }),
    panel(
      'M96 474 C88 440 110 422 152 414 C160 414 168 412 172 411 C184 430 190 456 190 482 C150 482 116 478 96 474Z',
      {
        round: 0.5,
        shade: 'none',
        grain: 20,
      },
    ),
    stitch('M178 411 C190 430 196 456 196 482'),
    panel(eyestay, { round: 0.6, shade: 'none', grain: -30 }),
    stitch('M230 397 C236 416 254 428 271 421 C300 406 330 384 350 360 C358 350 360 340 357 330'),
    stitch('M356 366 C372 392 384 430 388 482'),
    stitch('M362 366 C378 392 390 430 394 482'),
    panel(
      'M440 338 C454 334 464 324 472 312 C482 316 486 326 485 344 C484 380 488 430 490 474 L446 480 C442 430 434 380 440 338Z',
      {
        round: 0.6,
        shade: 'right',
        cloth: 'second',
      },
    ),
    stitch('M435 342 C428 384 436 432 440 480'),
    crease('M364 324 C382 352 440 354 470 316', 6, 0.5),
    laces(
      [0, 1, 2, 3, 4].map((i) => [236 + i * 24, 384 - i * 17.5, 258 + i * 22, 398 - i * 16] as const),
      laceColour,
    ),
    cord('M340 322 C312 300 318 282 344 312 C352 288 386 286 350 322', { colour: laceColour, width: 4.5 }),
    cord('M344 320 C330 336 318 346 312 362', { colour: laceColour, width: 4 }),
    panel(
      'M88 474 C88 464 96 464 108 467 C220 484 380 484 490 468 C501 469 503 486 499 504 C495 514 482 517 460 518 L150 518 C110 518 88 504 88 474Z',
      { cloth: sole, shade: 'none', round: 0.7, lifted: true },
    ),
    seam('M93 490 C220 503 380 503 499 490', 0.35),
    panel('M112 515 C200 522 400 522 482 515 L476 524 C400 530 190 530 130 524Z', {
      cloth: { hex: GUM },
      shade: 'none',
      round: 0.4,
    }),
  )
  return pair(shoe, { view: spec.view, dx: 44, dy: -104, tall: 0.84 })
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
  const upper =
    'M92 478 C88 442 112 420 160 410 C214 398 262 380 298 358 C308 354 316 362 320 374 C344 410 424 406 474 358 C486 366 487 396 489 428 C490 452 490 468 488 482 C380 494 150 494 92 478Z'
  const shoe = group(
    panel('M300 374 C340 344 430 336 472 358 C478 372 476 396 462 408 L320 420Z', {
      cloth: { hex: '#c8a67c' },
      shade: 'none',
      round: 1.6,
    }),
    panel(upper, {
      shade: 'right',
      folds: [
        lens([206, 474], [248, 440], { bow: 5, width: 6 }),
        lens([96, 482], [486, 484], { bow: 5, width: 14 }),
        lens([320, 384], [470, 372], { bow: -14, width: 8 }),
      ],
      lights: [
        lens([112, 448], [190, 424], { bow: 4, width: 11 }),
        lens([392, 428], [474, 404], { bow: -3, width: 10 }),
      ],
    }),
    panel(
      'M130 438 C136 416 200 410 262 384 C272 398 284 412 292 420 C270 436 240 444 206 448 C170 452 138 452 130 438Z',
      {
        shade: 'none',
        round: 0.8,
        lights: [lens([150, 432], [250, 404], { bow: 5, width: 10 })],
      },
    ),
    stitch('M124 440 C134 460 172 458 208 454 C246 449 276 440 298 424'),
    panel('M236 398 C258 384 280 372 299 358 C312 378 334 430 342 484 L296 486 C288 452 266 420 236 398Z', {
      shade: 'none',
      round: 0.8,
      lifted: true,
    }),
    panel('M266 398 L292 384 L299 396 L276 410Z', { cloth: 'inside', shade: 'none', round: 0.5 }),
    stitch('M243 397 C272 420 294 452 302 484'),
    stitch('M299 366 C312 384 328 430 336 482'),
    crease('M318 376 C344 412 424 408 472 362', 5, 0.5),
    stitch('M322 388 C350 418 424 416 474 372'),
    stitch('M432 396 C428 430 432 460 436 486'),
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
  return pair(shoe, { view: spec.view, dx: 44, dy: -96, tall: 0.94 })
}
