// What the module offers to JavaScript, besides FS. Texts go through memory of their own, as keys and answers are too
// long for the stack.

// The answer to a question, as text.
Module['ask'] = function (question) {
  var text = JSON.stringify(question);
  var size = lengthBytesUTF8(text) + 1;
  var place = _malloc(size);
  stringToUTF8(text, place, size);
  var answer = UTF8ToString(_ask(place));
  _free(place);
  return answer;
};

// Takes the values of an item that another engine has simulated, and their keys if they come with them.
Module['take'] = function (item) {
  if (item['keys']) Module['ask']({'ask': 'keys', 'contender': item['contender'], 'keys': item['keys']});
  var place = _room(item['contender'], item['replication'], item['values'].length);
  HEAPF64.set(item['values'], place >> 3);
};
