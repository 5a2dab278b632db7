// The least a generator must do: read every file, leave the front matter out, let libcmark make HTML, write it with
// three kilobytes round it. Usage: floor SOURCE OUTPUT THREADS
#define _XOPEN_SOURCE 700
#include <cmark.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHELL = 1536, CHUNK = 32, LARGEST = 1 << 20 };

static const char *source, *output;
static char **paths;
static size_t count, capacity;
static atomic_size_t next;

static void fail(const char *path) {
  perror(path);
  exit(1);
}

static int collect(const char *path, const struct stat *info, int type, struct FTW *place) {
  (void)info, (void)place;
  if (type != FTW_F) return 0;
  if (count == capacity) {
    capacity = capacity ? 2 * capacity : 1024;
    paths = realloc(paths, capacity * sizeof *paths);
  }
  paths[count++] = strdup(path);
  return 0;
}

static int create(const char *path) { return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644); }

static int create_with_folders(char *path) {
  int file = create(path);
  if (file >= 0) return file;
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0755);
    *slash = '/';
  }
  return create(path);
}

static void convert(const char *path, char *text, const char *shell) {
  const int in = open(path, O_RDONLY | O_CLOEXEC);
  const ssize_t size = in < 0 ? -1 : read(in, text, LARGEST - 1);
  if (size < 0) fail(path);
  close(in);
  text[size] = 0;
  const char *end = strstr(text, "\n---\n");
  const char *body = end ? end + 5 : text;
  char *html = cmark_markdown_to_html(body, strlen(body), CMARK_OPT_DEFAULT);

  char target[4096];
  const int length = snprintf(target, sizeof target, "%s%s", output, path + strlen(source));
  strcpy(target + length - 3, ".html");
  const size_t html_size = strlen(html), page_size = html_size + 2 * SHELL;
  char *page = malloc(page_size);
  memcpy(page, shell, SHELL);
  memcpy(page + SHELL, html, html_size);
  memcpy(page + SHELL + html_size, shell, SHELL);
  const int out = create_with_folders(target);
  if (out < 0 || write(out, page, page_size) != (ssize_t)page_size) fail(target);
  close(out);
  free(page);
  free(html);
}

static void *work(void *unused) {
  char *text = malloc(LARGEST), *shell = malloc(SHELL);
  memset(shell, 'x', SHELL);
  for (size_t start; (start = atomic_fetch_add(&next, CHUNK)) < count;)
    for (size_t i = start; i < start + CHUNK && i < count; i++) convert(paths[i], text, shell);
  free(shell);
  free(text);
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  source = argv[1], output = argv[2];
  if (nftw(source, collect, 32, FTW_PHYS) != 0) fail(source);
  const int threads = atoi(argv[3]) < 64 ? atoi(argv[3]) : 64;
  pthread_t others[64];
  for (int i = 1; i < threads; i++) pthread_create(&others[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  return 0;
}
