/** Advance widths of U+0020..U+007E in thousandths of the type size, tabular figures: Inter 4 as in @fontsource/inter. */
const regular =
  '281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 648 648 648 648 648 648 648 648 648 648 288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662';
const semibold =
  '252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 647 647 647 647 647 647 647 647 647 647 319 329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650 660 736 728 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900 612 609 624 624 397 549 353 612 587 839 569 588 566 455 359 455 673';
const read = (widths: string) => widths.split(' ').map(Number);
const [regularWidths, semiboldWidths] = [read(regular), read(semibold)];
const other = 620;

/** Width of a text in pixels as Inter sets it. `font` is a CSS font: "600 12px Inter". Letters with accents count as their base. */
export function interWidth(text: string, font: string | undefined): number {
  const size = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
  const widths = /\b([6-9]\d\d|bold)\b/.test(font ?? '') ? semiboldWidths : regularWidths;
  let width = 0;
  for (const sign of text.normalize('NFD')) {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    width += widths[code - 32] ?? (code >= 0x2e80 ? 1000 : other);
  }
  return (width * size) / 1000;
}
