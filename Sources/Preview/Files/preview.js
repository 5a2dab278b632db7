// Reloads the page when its site has a newer generation, at the place it was scrolled to.
(() => {
  const shown = Number(document.currentScript.dataset.generation);
  const key = "gongkai-preview:" + location.pathname;
  const place = sessionStorage.getItem(key);
  if (place !== null) {
    sessionStorage.removeItem(key);
    const restore = () => scrollTo({ top: Number(place), behavior: "instant" });
    restore();
    addEventListener("load", restore, { once: true });
  }
  new EventSource("/.gongkai/events").onmessage = ({ data }) => {
    if (Number(data) === shown) return;
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  };
})();
