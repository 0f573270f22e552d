import { afterEveryRender, Component, signal } from '@angular/core';
import { StatisticsComponent } from './statistics.component';

/** The rest of the application: shows the statistics and takes them away again. */
@Component({
  selector: 'app-root',
  imports: [StatisticsComponent],
  template: `
    <button type="button" id="toggle" (click)="isShown.set(!isShown())">Statistics</button>
    @if (isShown()) {
      <app-statistics />
    }
  `,
})
export class AppComponent {
  readonly isShown = signal(false);
  private renders = 0;

  constructor() {
    // Counts where no binding can see it, so that counting causes no change detection.
    afterEveryRender(() => {
      this.renders += 1;
      document.querySelector('#renders')!.textContent = String(this.renders);
    });
  }
}
