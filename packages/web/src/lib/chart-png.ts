import type { Figure, Tokens } from '@clientele/charts';
import type { ECharts } from 'echarts/core';

const scale = 2;
const padding = 16;
const headHeight = 52;

function pictureOf(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('The drawing could not be turned into a picture'));
    picture.src = address;
  });
}

/** The drawing with its title and subtitle above it, as PNG at twice its size. */
export async function chartPng(chart: ECharts, figure: Figure, colours: Tokens): Promise<Blob> {
  const width = chart.getWidth();
  const height = chart.getHeight();
  const picture = await pictureOf(chart.getDataURL({ type: 'png', pixelRatio: scale, backgroundColor: colours.page }));
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * padding) * scale;
  canvas.height = (height + headHeight + 2 * padding) * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw on');
  context.scale(scale, scale);
  context.fillStyle = colours.page;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colours.ink;
  context.font = "600 13.5px 'Inter Variable', sans-serif";
  context.fillText(figure.title, padding, padding + 14, width);
  context.fillStyle = colours.ink3;
  context.font = "450 12px 'Inter Variable', sans-serif";
  context.fillText(figure.subtitle, padding, padding + 34, width);
  context.drawImage(picture, padding, padding + headHeight, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty')) : resolve(blob)), 'image/png');
  });
}
