// Only the preview of `content preview` has this script: it loads the page again when other content is behind it.
(function () {
  var shown = null;
  setInterval(function () {
    fetch('/version')
      .then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (version) {
        if (version === null) return;
        if (shown !== null && shown !== version) window.location.reload();
        shown = version;
      })
      .catch(function () { /* The preview has ended, or is being started again. */ });
  }, 700);
})();
