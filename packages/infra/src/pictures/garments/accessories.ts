import type { GarmentPicture } from '../garment-picture'
import { cord, crease, label, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { lens, symmetric } from '../ink/path'
import { ribs } from './rib-lines'

/** A knitted beanie with a turned-up brim. */
export const beanie = (spec: GarmentPicture): Part =>
  group(
    panel(symmetric('M300 196 C236 196 176 232 152 318 C142 360 140 420 142 470 C200 500 250 506 300 506'), {
      round: 1.5,
      folds: [
        lens([290, 204], [206, 470], { bow: 26, width: 10 }),
        lens([306, 204], [392, 470], { bow: -26, width: 10 }),
        lens([298, 206], [300, 470], { bow: 3, width: 8 }),
        lens([284, 206], [160, 450], { bow: 40, width: 10 }),
        lens([316, 206], [440, 450], { bow: -40, width: 10 }),
      ],
      lights: [
        lens([280, 216], [230, 460], { bow: 18, width: 11 }),
        lens([312, 216], [352, 460], { bow: -14, width: 8 }),
      ],
    }),
    ...[-150, -124, -98, -72, -48, -24, 0, 24, 48, 72, 98, 124, 150].map((dx) =>
      seam(`M${300 + dx * 0.05} 200 C${300 + dx * 0.62} 220 ${300 + dx * 0.98} 320 ${300 + dx} 480`, 0.38),
    ),
    panel(symmetric('M300 452 C240 452 180 440 134 424 C126 462 126 500 134 540 C180 566 240 574 300 574'), {
      lifted: true,
      round: 1.1,
    }),
    ribs({ from: [138, 428], to: [462, 428], height: 124, sag: 26, step: 10 }),
    when(spec.view === 'front', label([300, 500], { width: 60, height: 34 })),
  )

const fringe = (x1: number, x2: number, y: number, length: number, hex: string): Part =>
  group(
    ...Array.from({ length: Math.round((x2 - x1) / 8) }, (_, i) => {
      const x = x1 + 4 + i * 8
      const sway = ((i * 7) % 5) - 2
      return cord(
        `M${x} ${y - 2} C${x + sway} ${y + length * 0.4} ${x - sway} ${y + length * 0.7} ${x + sway * 1.4} ${y + length + ((i * 3) % 4)}`,
        { colour: hex, width: 3.2 },
      )
    }),
  )

/** A scarf wound once, both ends hanging. */
export const scarf = (spec: GarmentPicture): Part => {
  const plain = spec.fabric === 'silk'
  const back = spec.view === 'back'
  const leftEnd = 652
  const rightEnd = 592
  return group(
    panel('M222 238 C214 340 208 470 196 640 L314 650 C322 500 330 380 334 260Z', {
      grain: 3,
      folds: [lens([262, 300], [240, 640], { bow: 4, width: 12 }), lens([300, 300], [288, 640], { bow: 3, width: 11 })],
      lights: [lens([282, 300], [262, 640], { bow: 4, width: 10 })],
    }),
    when(!plain, fringe(198, 314, leftEnd - 8, 46, spec.colourHex)),
    panel('M296 250 C304 340 312 440 322 586 L428 574 C414 440 396 340 378 246Z', {
      grain: -6,
      lifted: true,
      folds: [
        lens([326, 290], [354, 580], { bow: -4, width: 12 }),
        lens([362, 290], [396, 570], { bow: -4, width: 11 }),
      ],
      lights: [lens([342, 290], [376, 574], { bow: -4, width: 10 })],
    }),
    when(!plain, fringe(324, 428, rightEnd - 14, 46, spec.colourHex)),
    panel(
      'M300 116 C228 116 176 146 166 190 C160 226 190 258 232 268 C280 276 330 274 372 266 C416 256 442 222 434 188 C424 146 372 116 300 116Z M300 152 C344 152 378 162 384 180 C376 196 340 206 300 206 C260 206 224 196 216 180 C222 162 256 152 300 152Z',
      { cloth: 'inside', shade: 'none', outlined: false },
    ),
    panel(
      'M166 184 C172 150 200 124 240 118 C220 140 212 160 216 180 C230 200 262 208 300 208 C338 208 372 200 384 180 C388 160 378 138 360 118 C402 126 430 152 434 190 C442 232 412 264 372 276 C330 286 276 286 232 278 C186 268 158 232 166 184Z',
      {
        grain: 84,
        lifted: true,
        round: 1.4,
        folds: [
          lens([176, 214], [420, 222], { bow: 26, width: 14 }),
          lens([196, 180], [400, 190], { bow: 34, width: 10 }),
          lens([184, 244], [380, 262], { bow: 10, width: 10 }),
        ],
        lights: [
          lens([190, 200], [410, 206], { bow: 30, width: 12 }),
          lens([200, 236], [400, 240], { bow: 18, width: 10 }),
        ],
      },
    ),
    panel(
      'M222 122 C250 104 350 104 380 122 C392 144 388 166 384 180 C360 156 240 156 216 180 C210 164 210 142 222 122Z',
      {
        grain: 86,
        round: 1.2,
        folds: [lens([224, 140], [378, 140], { bow: -8, width: 9 })],
        lights: [lens([230, 128], [370, 128], { bow: -8, width: 7 })],
      },
    ),
    when(
      !back,
      panel('M288 596 L312 597 L311 622 L287 621Z', { cloth: { hex: '#ece6da' }, shade: 'none', round: 0.4 }),
    ),
  )
}

const strap = (d: string, inner = 0.8): Part => panel(d, { round: inner, shade: 'none' })

/** A leather belt, coiled, its buckle in front. */
export const belt = (spec: GarmentPicture): Part => {
  const metal = { hex: '#b6a98f' }
  return group(
    panel(
      'M132 372 C132 300 214 262 306 262 C398 262 468 300 468 372 L468 424 C468 352 398 316 306 316 C214 316 132 352 132 424Z',
      { cloth: 'inside', round: 1.2 },
    ),
    panel(
      'M168 384 C168 330 232 300 306 300 C380 300 434 330 434 384 L434 432 C434 380 380 352 306 352 C232 352 168 380 168 432Z',
      { cloth: 'inside', round: 1 },
    ),
    strap(
      'M168 384 C172 438 236 466 306 466 C380 466 432 438 434 384 L434 432 C430 490 380 516 306 516 C232 516 172 490 168 432Z',
      1,
    ),
    panel(
      'M132 372 C132 450 214 496 306 496 C398 496 468 450 468 372 L468 424 C468 506 398 552 306 552 C214 552 132 506 132 424Z',
      { lifted: true, round: 1, lights: [lens([180, 470], [300, 512], { bow: -14, width: 12 })] },
    ),
    stitch('M137 386 C143 456 218 503 306 503 C394 503 457 456 463 386'),
    stitch('M137 430 C143 502 218 545 306 545 C394 545 457 502 463 430'),
    panel('M292 494 C340 494 400 478 434 446 L440 500 C404 534 346 552 292 552Z', { lifted: true, round: 0.9 }),
    ...[320, 346, 372].map((x, i) =>
      panel(`M${x} ${520 - i * 8} L${x + 7} ${518 - i * 8} L${x + 7} ${525 - i * 8} L${x} ${527 - i * 8}Z`, {
        cloth: { hex: '#1f1812' },
        shade: 'none',
        round: 0.1,
        outlined: false,
      }),
    ),
    panel('M214 476 L300 484 L300 566 L214 556Z M228 492 L228 543 L286 550 L286 498Z', {
      cloth: metal,
      shade: 'left',
      lifted: true,
      round: 0.6,
    }),
    panel('M222 514 L310 520 L310 530 L222 524Z', { cloth: metal, shade: 'none', lifted: true, round: 0.4 }),
    panel('M158 464 L188 484 L188 540 L158 518Z', { lifted: true, round: 0.8, shade: 'none' }),
    when(spec.view === 'back', seam('M136 400 C142 476 218 522 306 522 C394 522 458 476 464 400', 0.4)),
  )
}

/** A tote bag with two handles. */
export const tote = (spec: GarmentPicture): Part => {
  const back = spec.view === 'back'
  const handle =
    'M206 338 C206 210 236 130 300 130 C364 130 394 210 394 338 L376 338 C376 220 350 150 300 150 C250 150 224 220 224 338Z'
  const rear =
    'M216 330 C216 190 244 106 300 106 C356 106 384 190 384 330 L368 330 C368 200 346 124 300 124 C254 124 232 200 232 330Z'
  return group(
    panel(rear, { cloth: 'inside', round: 0.5, shade: 'none' }),
    panel('M128 322 C180 308 420 308 472 322 L468 346 L132 346Z', { cloth: 'inside', shade: 'none', round: 1.4 }),
    panel(
      symmetric(
        'M300 334 C240 336 180 332 126 322 C122 420 118 520 122 640 C124 660 132 668 150 670 C200 676 250 678 300 678',
      ),
      {
        folds: [
          lens([140, 660], [200, 560], { bow: 8, width: 12 }),
          lens([460, 660], [402, 556], { bow: -8, width: 12 }),
          lens([210, 372], [190, 520], { bow: 4, width: 9 }),
          lens([392, 372], [414, 500], { bow: -4, width: 9 }),
          lens([300, 380], [290, 620], { bow: 6, width: 11 }),
        ],
        lights: [
          lens([172, 380], [166, 600], { bow: 4, width: 12 }),
          lens([330, 380], [336, 620], { bow: 4, width: 12 }),
        ],
      },
    ),
    both((path) =>
      group(
        stitch(path('M128 352 C180 362 240 366 300 364')),
        seam(path('M128 358 C180 368 240 372 300 370'), 0.5),
        stitch(path('M126 634 C180 644 240 648 300 646')),
      ),
    ),
    panel(handle, { lifted: true, round: 0.6, shade: 'none', plain: true }),
    both((path) =>
      group(
        panel(path('M204 336 L226 336 L226 410 L204 408Z'), { shade: 'none', round: 0.4, lifted: true, plain: true }),
        stitch(path('M207 372 L223 373 L223 405 L207 404Z M207 372 L223 405 M223 373 L207 404')),
      ),
    ),
    when(!back, label([300, 560], { width: 72, height: 34 })),
    when(
      back && spec.pocket !== 'none',
      panel('M214 430 L386 430 L384 566 L216 566Z', { shade: 'none', round: 0.4 }),
      stitch('M220 434 L222 560 L378 560 L380 434'),
    ),
    crease('M126 640 C180 652 420 652 474 640', 6, 0.4),
  )
}
