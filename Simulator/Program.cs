using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

var keys = KeyNotation.Parse(File.ReadAllText(args[0]));
var parts = args[1].Split('x');
var size = new Size(int.Parse(parts[0]), int.Parse(parts[1]));
using var terminal = new ScriptedTerminal(keys.Inputs, size);
var model = new Model { Size = size, Language = args.Length > 2 ? Language.Korean : Language.English, Screen = new PickerScreen(LessonLibrary.All) };
Loop.Run(terminal, model);
foreach (var f in terminal.Frames) { Console.WriteLine("---- " + f.After); Console.WriteLine(f.Text); }
return 0;
