import { Component, ElementRef, ViewChild } from '@angular/core';
import type { StatsEventMap } from 'learner-elements';

@Component({ selector: 'app-statistics', templateUrl: './statistics.component.html' })
export class StatisticsComponent {
  chosen = 'none';
  isPublished = false;

  @ViewChild('dataset', { static: true }) dataset!: ElementRef<HTMLElement>;

  onFilter(event: Event): void {
    const { detail } = event as StatsEventMap['stats-filter'];
    this.chosen = detail.in ? detail.in.join(', ') : 'none';
  }

  filter(): void {
    this.isPublished = !this.isPublished;
    const detail = { origin: 'my-page', field: 'status', ...(this.isPublished ? { in: ['public'] } : {}) };
    this.dataset.nativeElement.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, cancelable: true }));
  }
}
