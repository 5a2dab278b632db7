// Reads the page aloud with a Chinese voice of the device itself; nothing is sent anywhere.
(function () {
  'use strict';
  var speech = window.speechSynthesis;
  var button = document.getElementById('read-aloud');

  function localVoice() {
    return speech.getVoices().filter(function (voice) { return voice.localService && /^(zh|cmn)/i.test(voice.lang); })[0];
  }

  function stop() {
    speech.cancel();
    button.setAttribute('aria-pressed', 'false');
  }

  // A paragraph at a time: some devices fall silent in the middle of a long text.
  function start() {
    var voice = localVoice();
    var parts = document.querySelectorAll('main h1, main h2, main h3, main p, main li, main dt, main dd, main th, main td');
    if (!voice) {
      button.textContent = '本机没有中文语音';
      return;
    }
    button.setAttribute('aria-pressed', 'true');
    Array.prototype.forEach.call(parts, function (part) {
      if (part.querySelector('p, li')) return;
      var utterance = new SpeechSynthesisUtterance(part.textContent);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      speech.speak(utterance);
    });
    var end = new SpeechSynthesisUtterance('');
    end.onend = stop;
    speech.speak(end);
  }

  function toggle() {
    if (button.getAttribute('aria-pressed') === 'true') stop(); else start();
  }

  button.addEventListener('click', toggle);
  window.addEventListener('pagehide', stop);
  // Devices list their voices late.
  if (localVoice()) start(); else setTimeout(start, 500);
})();
